"""Compiles the bundled tables of DPG Atlas from the input tables. Standard library only."""
