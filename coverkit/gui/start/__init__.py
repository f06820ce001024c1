"""The start page: recent covers, campaigns, designs, a short form."""
