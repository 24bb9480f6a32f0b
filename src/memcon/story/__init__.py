"""Many records -> what happened; pure, used by desk and archive alike."""
