"""What jobs have to do with the machine's sleep: keeping it awake, and ending its day.

policy      when the machine should stay awake; pure
ending      when all is done, and what is done then; pure
source      mains or battery
inhibitor   how it is kept awake, on each system
orders      how it is suspended or shut down, on each system
"""
