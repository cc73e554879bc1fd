"""What a published version of an item says, as typed and frozen values read from its stored content.

Content is the item file itself as JSON (docs/items.md, item.schema.json): a text is a string or {zh, en}.
Everything upstairs (form, filing, workflow, deadlines, papers) reads these classes and never the raw content.
"""

from hall.catalogue.spec.course import CheckPoint, HandlingMode, InspectionRule, JointPart, Level, Route, Step, StepKind
from hall.catalogue.spec.form import (
    POWER_OF_ATTORNEY,
    Choice,
    Commitment,
    FieldType,
    FormField,
    Material,
    Section,
    SharedSource,
    Tolerance,
    Warning,
)
from hall.catalogue.spec.item import ItemSpec
from hall.catalogue.spec.outcome import (
    NO_TEMPLATE,
    Allocation,
    Automatic,
    AutomaticRule,
    CertificateKind,
    DecisionTemplate,
    DenialGround,
    Exam,
    Quota,
    QuotaPeriod,
    Renewal,
    Result,
)
from hall.catalogue.spec.terms import STATEMENT_DAYS, STOPS_THE_CLOCK, Limit, SpecialProcedure, Unit
from hall.catalogue.spec.texts import on_record, said

__all__ = [
    "NO_TEMPLATE",
    "POWER_OF_ATTORNEY",
    "STATEMENT_DAYS",
    "STOPS_THE_CLOCK",
    "Allocation",
    "Automatic",
    "AutomaticRule",
    "CertificateKind",
    "CheckPoint",
    "Choice",
    "Commitment",
    "DecisionTemplate",
    "DenialGround",
    "Exam",
    "FieldType",
    "FormField",
    "HandlingMode",
    "InspectionRule",
    "ItemSpec",
    "JointPart",
    "Level",
    "Limit",
    "Material",
    "Quota",
    "QuotaPeriod",
    "Renewal",
    "Result",
    "Route",
    "Section",
    "SharedSource",
    "SpecialProcedure",
    "Step",
    "StepKind",
    "Tolerance",
    "Unit",
    "Warning",
    "on_record",
    "said",
]
