"""What lines show: by themselves, by what stands about them, by how the site speaks of itself."""
