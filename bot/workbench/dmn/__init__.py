"""A pack as DMN 1.3: ``export`` is the way in, ``xml`` the way out."""
