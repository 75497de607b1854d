"""The shell: one function a command, which gathers, lets pure code decide, then acts."""
