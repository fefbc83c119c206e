"""Facts that change: tables that a person can read and edit, each row with its source and the day it was checked."""
