"""Value types in the terms of the RFCs: no behaviour that needs a clock, a file or the network."""
