"""What is said next: pure, knows no channel."""
