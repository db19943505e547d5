"""YAML as it is read: values with their file and line, and mistakes in plain words."""
