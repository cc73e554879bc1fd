from celery import shared_task

from hall.audit import partitions, sealer


@shared_task(name="hall.audit.tasks.seal")
def seal() -> int:
    """Keep the coming months' partitions ready and chain what is unsealed."""
    partitions.prepare()
    return sealer.seal()
