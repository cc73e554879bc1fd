"""The pages of drafters and reviewers: a queue by due date, and one page with the text and the deed."""
