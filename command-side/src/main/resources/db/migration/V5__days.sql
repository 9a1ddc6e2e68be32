-- What is claimed can be given back, as the place of a loan among those that are open when it is paid off.
GRANT DELETE ON claim TO nexum_app;
