"""What follows from answers: pure rules, evaluated exactly under unknowns on one diagram."""
