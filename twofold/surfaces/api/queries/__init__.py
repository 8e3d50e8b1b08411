"""Reads of the JSON door: tokens by themselves, everything else through the door of the house."""
