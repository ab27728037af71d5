"""The matrix of who may do what: everything that is registered, pressed by everybody, with nothing faked."""
