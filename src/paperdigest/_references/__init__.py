"""References and feeds: papers for programs that cite and for programs that subscribe."""
