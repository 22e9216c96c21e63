"""The print shop: what a runner or the front desk orders, gathered, shown first, and sent to the press."""
