"""python -m mesh_lint"""

from mesh_lint import main

main()
