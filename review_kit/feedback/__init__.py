"""What is made of the views that forums gave: who said it stays hidden, what was answered is told, and what is left."""
