"""The issuing body's window: a campaign from a form to one sealed package."""
