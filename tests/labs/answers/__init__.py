"""What readers write for the tasks of the labs: right in other forms, and wrong in natural ways.

A module a lab; in it `RIGHT` and `WRONG`, by task: what is said of an answer, and its code, which
takes the place of the task's stub.
"""
