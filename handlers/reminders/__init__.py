"""How and when a person is reminded: his wishes, his absences, what is planned, and why it came."""
