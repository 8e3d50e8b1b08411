// What every page gains by script. Nothing here is needed to use a page.
