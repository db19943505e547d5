"""What can be understood without a model: labels, numbers, commands."""
