"""What leaves with the site: policy, math font, spellings for the search, notebooks and scripts.

In: the finished pages, and their Markdown. Out: files of the site.
"""
