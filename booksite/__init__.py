"""booksite: how the chapters in docs become pages. Data flows docs → booksite → page."""
