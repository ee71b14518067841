"""Returned application forms: where their values stand, and what they say."""

from awardgen.collecting.forms.document_reading import form_document
from awardgen.collecting.forms.of_campaign import FormsOfCampaign
from awardgen.collecting.forms.recognition import FormOf, FormUnknownError, forms_in

__all__ = ["FormOf", "FormUnknownError", "FormsOfCampaign", "form_document", "forms_in"]
