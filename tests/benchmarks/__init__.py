"""Measures what Spil promises: `python -m tests.benchmarks [NAME …] [--json]`.

A file here holds functions `bench_<name>() -> list[Row]`; adding one is all that registering it takes.
"""
