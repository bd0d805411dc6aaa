module rapporteur/tools

go 1.26.0
