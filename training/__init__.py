"""From labelled pages to ``rules/weights``: nothing here is needed to run the program."""
