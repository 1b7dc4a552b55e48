"""What lines show: by themselves, and by what stands about them."""
