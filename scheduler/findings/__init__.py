"""What does not work out in a timeline; pure."""
