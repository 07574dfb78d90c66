"""The labs, done: by their own solutions, and by what readers write."""
