"""What leaves the machine: packets on disk, their states, the journal, and the ways out (SMTP, or the user's hands)."""
