"""Controls that Qt does not have: drawn by us, told apart without colour, used by several panels."""
