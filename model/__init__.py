"""The market of Cascade Lab: a library and a command line that know nothing of any screen."""

from model import kernels as kernels

__version__ = "0.1.0"
