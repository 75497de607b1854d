"""What is new since the last look, remembered in a file and told over the ways that the user chose."""
