"""What browsers send comes here.

identity      by which names the extension, the browsers and Holdfast know each other
registration  tells browsers of `holdfast-native`, takes it back, and sees how it stands
"""
