"""Evaluates a program's statements over values: what each name stands for, and what cannot fit."""
