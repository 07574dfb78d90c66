"""What is particular to Korean: the particles."""

# What may follow a noun and leave it the same noun: particles, and forms of the copula (이다) and
# of the verbs 하다 and 되다. The order does not matter.
_PARTICLES = """
    은 는 이 가 을 를 의 에 로 으로 와 과 도 만 나 란
    에서 에는 에도 에게 에서는 에서의 로는 으로는 로의 으로의 와는 과는 와의 과의
    까지 부터 마다 보다 처럼 이나 로서 으로서 로써 으로써
    이란 이라 라고 라는 이라고 이라는 이고 이며 이다 입니다 인가 인 일 한
    들 들은 들이 들을 들의 하 하고 되
"""
PARTICLES: tuple[str, ...] = tuple(_PARTICLES.split())
