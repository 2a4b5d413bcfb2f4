"""Every model of the API, each imported when it is first asked for: there are hundreds."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .accepted_out import AcceptedOut
    from .acknowledge_in import AcknowledgeIn
    from .action_out import ActionOut
    from .action_out_effect import ActionOutEffect
    from .action_out_input_schema import ActionOutInputSchema
    from .action_out_output_schema import ActionOutOutputSchema
    from .actor_kind import ActorKind
    from .address_words import AddressWords
    from .after_words import AfterWords
    from .alert_count_out import AlertCountOut
    from .alert_counts_out import AlertCountsOut
    from .alert_kind import AlertKind
    from .alert_message_out import AlertMessageOut
    from .alert_message_page_out import AlertMessagePageOut
    from .alert_out import AlertOut
    from .alert_page_out import AlertPageOut
    from .alert_route_change_in import AlertRouteChangeIn
    from .alert_route_in import AlertRouteIn
    from .alert_route_out import AlertRouteOut
    from .alert_route_page_out import AlertRoutePageOut
    from .alert_route_secret_out import AlertRouteSecretOut
    from .alert_rule_in import AlertRuleIn
    from .alert_rule_out import AlertRuleOut
    from .alert_rules_out import AlertRulesOut
    from .alert_settings_in import AlertSettingsIn
    from .alert_settings_out import AlertSettingsOut
    from .already_sent_words import AlreadySentWords
    from .amount_words import AmountWords
    from .api_key_out import ApiKeyOut
    from .api_key_page_out import ApiKeyPageOut
    from .api_key_secret_out import ApiKeySecretOut
    from .asked_form_out import AskedFormOut
    from .asked_out import AskedOut
    from .assigned_out import AssignedOut
    from .assignment_in import AssignmentIn
    from .attempt_counts_out import AttemptCountsOut
    from .attempt_out import AttemptOut
    from .attempt_out_request_type_0 import AttemptOutRequestType0
    from .attempt_out_response_type_0 import AttemptOutResponseType0
    from .attempt_outcome import AttemptOutcome
    from .audit_chain_out import AuditChainOut
    from .audit_entry_out import AuditEntryOut
    from .audit_entry_out_changes import AuditEntryOutChanges
    from .audit_entry_out_detail import AuditEntryOutDetail
    from .audit_filter_in import AuditFilterIn
    from .audit_page_out import AuditPageOut
    from .backlog_out import BacklogOut
    from .batch_in import BatchIn
    from .batch_item_in import BatchItemIn
    from .batch_item_in_data import BatchItemInData
    from .batch_out import BatchOut
    from .batch_result_out import BatchResultOut
    from .bulk_begin_in import BulkBeginIn
    from .bulk_choice_out import BulkChoiceOut
    from .bulk_field_out import BulkFieldOut
    from .bulk_fields_in import BulkFieldsIn
    from .bulk_fields_out import BulkFieldsOut
    from .bulk_in import BulkIn
    from .bulk_item_out import BulkItemOut
    from .bulk_item_page_out import BulkItemPageOut
    from .bulk_kind import BulkKind
    from .bulk_out import BulkOut
    from .bulk_out_filter import BulkOutFilter
    from .bulk_page_out import BulkPageOut
    from .bulk_preview_in import BulkPreviewIn
    from .bulk_preview_out import BulkPreviewOut
    from .bulk_preview_out_effects import BulkPreviewOutEffects
    from .bulk_preview_out_left import BulkPreviewOutLeft
    from .bulk_reason_out import BulkReasonOut
    from .bulk_status import BulkStatus
    from .callback_attempt_out import CallbackAttemptOut
    from .callback_detail_out import CallbackDetailOut
    from .callback_detail_out_body import CallbackDetailOutBody
    from .callback_endpoint_change_in import CallbackEndpointChangeIn
    from .callback_endpoint_in import CallbackEndpointIn
    from .callback_endpoint_out import CallbackEndpointOut
    from .callback_endpoint_page_out import CallbackEndpointPageOut
    from .callback_endpoint_secret_out import CallbackEndpointSecretOut
    from .callback_kind import CallbackKind
    from .callback_out import CallbackOut
    from .callback_page_out import CallbackPageOut
    from .callback_status import CallbackStatus
    from .change_alert_rule_alert_kind import ChangeAlertRuleAlertKind
    from .change_kind import ChangeKind
    from .change_out import ChangeOut
    from .channel import Channel
    from .check_definition_json_body import CheckDefinitionJsonBody
    from .check_out import CheckOut
    from .check_words import CheckWords
    from .choose_organization_in import ChooseOrganizationIn
    from .confirmation_out import ConfirmationOut
    from .confirmation_out_direction import ConfirmationOutDirection
    from .connection_change_in import ConnectionChangeIn
    from .connection_change_in_settings_type_0 import ConnectionChangeInSettingsType0
    from .connection_counts_out import ConnectionCountsOut
    from .connection_event_out import ConnectionEventOut
    from .connection_happening import ConnectionHappening
    from .connection_health_out import ConnectionHealthOut
    from .connection_history_out import ConnectionHistoryOut
    from .connection_in import ConnectionIn
    from .connection_in_credentials import ConnectionInCredentials
    from .connection_in_settings import ConnectionInSettings
    from .connection_list_out import ConnectionListOut
    from .connection_out import ConnectionOut
    from .connection_out_settings import ConnectionOutSettings
    from .connection_page_out import ConnectionPageOut
    from .connection_ref_out import ConnectionRefOut
    from .connection_state import ConnectionState
    from .connection_test_in import ConnectionTestIn
    from .connection_test_in_credentials import ConnectionTestInCredentials
    from .connection_test_in_settings import ConnectionTestInSettings
    from .connection_test_out import ConnectionTestOut
    from .connection_try_in import ConnectionTryIn
    from .connection_try_in_credentials_type_0 import ConnectionTryInCredentialsType0
    from .connection_try_in_settings_type_0 import ConnectionTryInSettingsType0
    from .connection_use_out import ConnectionUseOut
    from .connection_uses_out import ConnectionUsesOut
    from .connector_out import ConnectorOut
    from .connector_out_credentials_schema import ConnectorOutCredentialsSchema
    from .connector_out_settings_schema import ConnectorOutSettingsSchema
    from .connectors_out import ConnectorsOut
    from .continuation_out import ContinuationOut
    from .create_workflow_json_body import CreateWorkflowJsonBody
    from .credential_in import CredentialIn
    from .credential_state import CredentialState
    from .credentials_in import CredentialsIn
    from .credentials_in_credentials import CredentialsInCredentials
    from .decision import Decision
    from .definition_form_in import DefinitionFormIn
    from .definition_preview_in import DefinitionPreviewIn
    from .definition_preview_in_data import DefinitionPreviewInData
    from .device_approval_in import DeviceApprovalIn
    from .device_code_in import DeviceCodeIn
    from .device_place_out import DevicePlaceOut
    from .device_sign_in_out import DeviceSignInOut
    from .difference_out import DifferenceOut
    from .difference_out_after import DifferenceOutAfter
    from .difference_out_before import DifferenceOutBefore
    from .draft_out import DraftOut
    from .draft_out_definition_type_0 import DraftOutDefinitionType0
    from .draft_words import DraftWords
    from .duplicate_in import DuplicateIn
    from .duration_out import DurationOut
    from .editor_in import EditorIn
    from .editor_out import EditorOut
    from .editors_out import EditorsOut
    from .entry_out import EntryOut
    from .error_outcome import ErrorOutcome
    from .evaluate_in import EvaluateIn
    from .evaluate_in_data import EvaluateInData
    from .evaluated_out import EvaluatedOut
    from .event_out import EventOut
    from .event_out_detail import EventOutDetail
    from .event_page_out import EventPageOut
    from .export_audit_format import ExportAuditFormat
    from .export_audit_separator import ExportAuditSeparator
    from .export_format import ExportFormat
    from .export_person_response_200 import ExportPersonResponse200
    from .export_shape import ExportShape
    from .export_submissions_format import ExportSubmissionsFormat
    from .export_submissions_language import ExportSubmissionsLanguage
    from .export_submissions_separator import ExportSubmissionsSeparator
    from .fate import Fate
    from .fault_code import FaultCode
    from .fault_out import FaultOut
    from .fault_out_params import FaultOutParams
    from .fault_words import FaultWords
    from .field_problem import FieldProblem
    from .file_kind_words import FileKindWords
    from .file_out import FileOut
    from .file_words import FileWords
    from .first_steps_out import FirstStepsOut
    from .form_check_in import FormCheckIn
    from .form_check_in_data import FormCheckInData
    from .form_choice_out import FormChoiceOut
    from .form_choices_out import FormChoicesOut
    from .form_entry_out import FormEntryOut
    from .form_fault_out import FormFaultOut
    from .form_language_out import FormLanguageOut
    from .form_look_out import FormLookOut
    from .form_out import FormOut
    from .form_out_direction import FormOutDirection
    from .form_out_json_schema import FormOutJsonSchema
    from .form_page_out import FormPageOut
    from .form_proof_in import FormProofIn
    from .form_protection_out import FormProtectionOut
    from .form_protection_out_without_script import FormProtectionOutWithoutScript
    from .form_question_out import FormQuestionOut
    from .form_rule_out import FormRuleOut
    from .form_sent_out import FormSentOut
    from .form_state import FormState
    from .form_state_words import FormStateWords
    from .form_step_out import FormStepOut
    from .form_submission_in import FormSubmissionIn
    from .form_submission_in_data import FormSubmissionInData
    from .form_ticket_out import FormTicketOut
    from .form_ticket_out_challenge_type_0 import FormTicketOutChallengeType0
    from .form_verdict_out import FormVerdictOut
    from .form_verdict_out_calculated import FormVerdictOutCalculated
    from .form_words import FormWords
    from .function_out import FunctionOut
    from .functions_out import FunctionsOut
    from .gate_out import GateOut
    from .gate_out_breaker import GateOutBreaker
    from .get_answers_schema_response import GetAnswersSchemaResponse
    from .get_overview_period import GetOverviewPeriod
    from .get_workflow_openapi_response import GetWorkflowOpenapiResponse
    from .get_workflow_schema_response import GetWorkflowSchemaResponse
    from .grain import Grain
    from .head_language import HeadLanguage
    from .invitation_in import InvitationIn
    from .invitation_look_out import InvitationLookOut
    from .invitation_out import InvitationOut
    from .invitation_page_out import InvitationPageOut
    from .invitation_token_in import InvitationTokenIn
    from .item_outcome import ItemOutcome
    from .language import Language
    from .limits_in import LimitsIn
    from .list_bulk_items_outcome import ListBulkItemsOutcome
    from .list_out import ListOut
    from .list_submissions_sort import ListSubmissionsSort
    from .live_words import LiveWords
    from .mailed_out import MailedOut
    from .me_out import MeOut
    from .me_out_kind import MeOutKind
    from .member_out import MemberOut
    from .member_page_out import MemberPageOut
    from .membership_out import MembershipOut
    from .moment_words import MomentWords
    from .named_out import NamedOut
    from .need_kind import NeedKind
    from .need_out import NeedOut
    from .needs_out import NeedsOut
    from .needs_person_out import NeedsPersonOut
    from .note import Note
    from .note_in import NoteIn
    from .note_out import NoteOut
    from .notes_out import NotesOut
    from .o_auth_client_out import OAuthClientOut
    from .o_auth_client_page_out import OAuthClientPageOut
    from .o_auth_client_secret_out import OAuthClientSecretOut
    from .organization_detail_out import OrganizationDetailOut
    from .organization_in import OrganizationIn
    from .organization_name_out import OrganizationNameOut
    from .organization_out import OrganizationOut
    from .overview_out import OverviewOut
    from .overview_point_out import OverviewPointOut
    from .page import Page
    from .part_change_out import PartChangeOut
    from .pause_in import PauseIn
    from .pause_reason import PauseReason
    from .period import Period
    from .permission import Permission
    from .plural import Plural
    from .preferences_in import PreferencesIn
    from .preview_in import PreviewIn
    from .preview_in_data import PreviewInData
    from .preview_out import PreviewOut
    from .preview_out_data import PreviewOutData
    from .previewed_step_out import PreviewedStepOut
    from .previewed_step_out_input_type_0 import PreviewedStepOutInputType0
    from .previewed_step_out_output_type_0 import PreviewedStepOutOutputType0
    from .privacy_erase_in import PrivacyEraseIn
    from .privacy_page_out import PrivacyPageOut
    from .privacy_request_out import PrivacyRequestOut
    from .privacy_search_in import PrivacySearchIn
    from .privacy_workflow_out import PrivacyWorkflowOut
    from .problem import Problem
    from .protection_in import ProtectionIn
    from .protection_out import ProtectionOut
    from .publish_definition_json_body import PublishDefinitionJsonBody
    from .publish_in import PublishIn
    from .question_words import QuestionWords
    from .recent_error_out import RecentErrorOut
    from .recent_errors_out import RecentErrorsOut
    from .refresh_in import RefreshIn
    from .refusal_words import RefusalWords
    from .rename_in import RenameIn
    from .rendered_request_out import RenderedRequestOut
    from .rendered_request_out_decoded import RenderedRequestOutDecoded
    from .rendered_request_out_headers import RenderedRequestOutHeaders
    from .replay_preview_out import ReplayPreviewOut
    from .request_status import RequestStatus
    from .resolve_in import ResolveIn
    from .resume_in import ResumeIn
    from .resume_in_data_type_0 import ResumeInDataType0
    from .retention_in import RetentionIn
    from .retention_out import RetentionOut
    from .retention_page_out import RetentionPageOut
    from .retention_preview_out import RetentionPreviewOut
    from .revoke_in import RevokeIn
    from .role import Role
    from .role_in import RoleIn
    from .rotation_in import RotationIn
    from .row_words import RowWords
    from .rule_values_out import RuleValuesOut
    from .save_draft_json_body import SaveDraftJsonBody
    from .script_words import ScriptWords
    from .sensitive_out import SensitiveOut
    from .sensitive_out_data import SensitiveOutData
    from .sent_again_out import SentAgainOut
    from .sent_words import SentWords
    from .separator import Separator
    from .severity import Severity
    from .signature_words import SignatureWords
    from .silence_in import SilenceIn
    from .skip import Skip
    from .sort import Sort
    from .source import Source
    from .state_words import StateWords
    from .step_progress_out import StepProgressOut
    from .step_run_out import StepRunOut
    from .step_status import StepStatus
    from .submission_count_out import SubmissionCountOut
    from .submission_counts_out import SubmissionCountsOut
    from .submission_detail_out import SubmissionDetailOut
    from .submission_detail_out_data import SubmissionDetailOutData
    from .submission_filter_in import SubmissionFilterIn
    from .submission_in import SubmissionIn
    from .submission_in_data import SubmissionInData
    from .submission_out import SubmissionOut
    from .submission_page_out import SubmissionPageOut
    from .submission_ref_out import SubmissionRefOut
    from .submission_status import SubmissionStatus
    from .template_blank_out import TemplateBlankOut
    from .template_blank_out_kind import TemplateBlankOutKind
    from .template_detail_out import TemplateDetailOut
    from .template_detail_out_sample import TemplateDetailOutSample
    from .template_fill_in import TemplateFillIn
    from .template_fill_in_connections import TemplateFillInConnections
    from .template_fill_in_values import TemplateFillInValues
    from .template_filled_out import TemplateFilledOut
    from .template_out import TemplateOut
    from .template_part_out import TemplatePartOut
    from .template_question_out import TemplateQuestionOut
    from .template_step_out import TemplateStepOut
    from .templates_out import TemplatesOut
    from .text_fault_out import TextFaultOut
    from .text_fault_out_params import TextFaultOutParams
    from .token_pair_out import TokenPairOut
    from .tracking_out import TrackingOut
    from .tracking_out_direction import TrackingOutDirection
    from .tracking_words import TrackingWords
    from .transfer_out import TransferOut
    from .upload_form_file_multi_part_body_params import (
        UploadFormFileMultiPartBodyParams,
    )
    from .upload_out import UploadOut
    from .upload_workflow_file_multi_part_body_params import (
        UploadWorkflowFileMultiPartBodyParams,
    )
    from .value_change_out import ValueChangeOut
    from .version_detail_out import VersionDetailOut
    from .version_detail_out_definition_type_0 import VersionDetailOutDefinitionType0
    from .version_detail_out_state import VersionDetailOutState
    from .version_list_out import VersionListOut
    from .version_out import VersionOut
    from .version_out_state import VersionOutState
    from .view_in import ViewIn
    from .view_out import ViewOut
    from .views_out import ViewsOut
    from .vitals_in import VitalsIn
    from .wait_out import WaitOut
    from .wait_reason import WaitReason
    from .waiting_out import WaitingOut
    from .within import Within
    from .workflow_counts_lately_out import WorkflowCountsLatelyOut
    from .workflow_counts_out import WorkflowCountsOut
    from .workflow_listed_out import WorkflowListedOut
    from .workflow_out import WorkflowOut
    from .workflow_page_out import WorkflowPageOut
    from .workflow_ref_out import WorkflowRefOut
    from .workflow_retention_out import WorkflowRetentionOut

_MODULES = {
    "AcceptedOut": ".accepted_out",
    "AcknowledgeIn": ".acknowledge_in",
    "ActionOut": ".action_out",
    "ActionOutEffect": ".action_out_effect",
    "ActionOutInputSchema": ".action_out_input_schema",
    "ActionOutOutputSchema": ".action_out_output_schema",
    "ActorKind": ".actor_kind",
    "AddressWords": ".address_words",
    "AfterWords": ".after_words",
    "AlertCountOut": ".alert_count_out",
    "AlertCountsOut": ".alert_counts_out",
    "AlertKind": ".alert_kind",
    "AlertMessageOut": ".alert_message_out",
    "AlertMessagePageOut": ".alert_message_page_out",
    "AlertOut": ".alert_out",
    "AlertPageOut": ".alert_page_out",
    "AlertRouteChangeIn": ".alert_route_change_in",
    "AlertRouteIn": ".alert_route_in",
    "AlertRouteOut": ".alert_route_out",
    "AlertRoutePageOut": ".alert_route_page_out",
    "AlertRouteSecretOut": ".alert_route_secret_out",
    "AlertRuleIn": ".alert_rule_in",
    "AlertRuleOut": ".alert_rule_out",
    "AlertRulesOut": ".alert_rules_out",
    "AlertSettingsIn": ".alert_settings_in",
    "AlertSettingsOut": ".alert_settings_out",
    "AlreadySentWords": ".already_sent_words",
    "AmountWords": ".amount_words",
    "ApiKeyOut": ".api_key_out",
    "ApiKeyPageOut": ".api_key_page_out",
    "ApiKeySecretOut": ".api_key_secret_out",
    "AskedFormOut": ".asked_form_out",
    "AskedOut": ".asked_out",
    "AssignedOut": ".assigned_out",
    "AssignmentIn": ".assignment_in",
    "AttemptCountsOut": ".attempt_counts_out",
    "AttemptOut": ".attempt_out",
    "AttemptOutRequestType0": ".attempt_out_request_type_0",
    "AttemptOutResponseType0": ".attempt_out_response_type_0",
    "AttemptOutcome": ".attempt_outcome",
    "AuditChainOut": ".audit_chain_out",
    "AuditEntryOut": ".audit_entry_out",
    "AuditEntryOutChanges": ".audit_entry_out_changes",
    "AuditEntryOutDetail": ".audit_entry_out_detail",
    "AuditFilterIn": ".audit_filter_in",
    "AuditPageOut": ".audit_page_out",
    "BacklogOut": ".backlog_out",
    "BatchIn": ".batch_in",
    "BatchItemIn": ".batch_item_in",
    "BatchItemInData": ".batch_item_in_data",
    "BatchOut": ".batch_out",
    "BatchResultOut": ".batch_result_out",
    "BulkBeginIn": ".bulk_begin_in",
    "BulkChoiceOut": ".bulk_choice_out",
    "BulkFieldOut": ".bulk_field_out",
    "BulkFieldsIn": ".bulk_fields_in",
    "BulkFieldsOut": ".bulk_fields_out",
    "BulkIn": ".bulk_in",
    "BulkItemOut": ".bulk_item_out",
    "BulkItemPageOut": ".bulk_item_page_out",
    "BulkKind": ".bulk_kind",
    "BulkOut": ".bulk_out",
    "BulkOutFilter": ".bulk_out_filter",
    "BulkPageOut": ".bulk_page_out",
    "BulkPreviewIn": ".bulk_preview_in",
    "BulkPreviewOut": ".bulk_preview_out",
    "BulkPreviewOutEffects": ".bulk_preview_out_effects",
    "BulkPreviewOutLeft": ".bulk_preview_out_left",
    "BulkReasonOut": ".bulk_reason_out",
    "BulkStatus": ".bulk_status",
    "CallbackAttemptOut": ".callback_attempt_out",
    "CallbackDetailOut": ".callback_detail_out",
    "CallbackDetailOutBody": ".callback_detail_out_body",
    "CallbackEndpointChangeIn": ".callback_endpoint_change_in",
    "CallbackEndpointIn": ".callback_endpoint_in",
    "CallbackEndpointOut": ".callback_endpoint_out",
    "CallbackEndpointPageOut": ".callback_endpoint_page_out",
    "CallbackEndpointSecretOut": ".callback_endpoint_secret_out",
    "CallbackKind": ".callback_kind",
    "CallbackOut": ".callback_out",
    "CallbackPageOut": ".callback_page_out",
    "CallbackStatus": ".callback_status",
    "ChangeAlertRuleAlertKind": ".change_alert_rule_alert_kind",
    "ChangeKind": ".change_kind",
    "ChangeOut": ".change_out",
    "Channel": ".channel",
    "CheckDefinitionJsonBody": ".check_definition_json_body",
    "CheckOut": ".check_out",
    "CheckWords": ".check_words",
    "ChooseOrganizationIn": ".choose_organization_in",
    "ConfirmationOut": ".confirmation_out",
    "ConfirmationOutDirection": ".confirmation_out_direction",
    "ConnectionChangeIn": ".connection_change_in",
    "ConnectionChangeInSettingsType0": ".connection_change_in_settings_type_0",
    "ConnectionCountsOut": ".connection_counts_out",
    "ConnectionEventOut": ".connection_event_out",
    "ConnectionHappening": ".connection_happening",
    "ConnectionHealthOut": ".connection_health_out",
    "ConnectionHistoryOut": ".connection_history_out",
    "ConnectionIn": ".connection_in",
    "ConnectionInCredentials": ".connection_in_credentials",
    "ConnectionInSettings": ".connection_in_settings",
    "ConnectionListOut": ".connection_list_out",
    "ConnectionOut": ".connection_out",
    "ConnectionOutSettings": ".connection_out_settings",
    "ConnectionPageOut": ".connection_page_out",
    "ConnectionRefOut": ".connection_ref_out",
    "ConnectionState": ".connection_state",
    "ConnectionTestIn": ".connection_test_in",
    "ConnectionTestInCredentials": ".connection_test_in_credentials",
    "ConnectionTestInSettings": ".connection_test_in_settings",
    "ConnectionTestOut": ".connection_test_out",
    "ConnectionTryIn": ".connection_try_in",
    "ConnectionTryInCredentialsType0": ".connection_try_in_credentials_type_0",
    "ConnectionTryInSettingsType0": ".connection_try_in_settings_type_0",
    "ConnectionUseOut": ".connection_use_out",
    "ConnectionUsesOut": ".connection_uses_out",
    "ConnectorOut": ".connector_out",
    "ConnectorOutCredentialsSchema": ".connector_out_credentials_schema",
    "ConnectorOutSettingsSchema": ".connector_out_settings_schema",
    "ConnectorsOut": ".connectors_out",
    "ContinuationOut": ".continuation_out",
    "CreateWorkflowJsonBody": ".create_workflow_json_body",
    "CredentialIn": ".credential_in",
    "CredentialState": ".credential_state",
    "CredentialsIn": ".credentials_in",
    "CredentialsInCredentials": ".credentials_in_credentials",
    "Decision": ".decision",
    "DefinitionFormIn": ".definition_form_in",
    "DefinitionPreviewIn": ".definition_preview_in",
    "DefinitionPreviewInData": ".definition_preview_in_data",
    "DeviceApprovalIn": ".device_approval_in",
    "DeviceCodeIn": ".device_code_in",
    "DevicePlaceOut": ".device_place_out",
    "DeviceSignInOut": ".device_sign_in_out",
    "DifferenceOut": ".difference_out",
    "DifferenceOutAfter": ".difference_out_after",
    "DifferenceOutBefore": ".difference_out_before",
    "DraftOut": ".draft_out",
    "DraftOutDefinitionType0": ".draft_out_definition_type_0",
    "DraftWords": ".draft_words",
    "DuplicateIn": ".duplicate_in",
    "DurationOut": ".duration_out",
    "EditorIn": ".editor_in",
    "EditorOut": ".editor_out",
    "EditorsOut": ".editors_out",
    "EntryOut": ".entry_out",
    "ErrorOutcome": ".error_outcome",
    "EvaluateIn": ".evaluate_in",
    "EvaluateInData": ".evaluate_in_data",
    "EvaluatedOut": ".evaluated_out",
    "EventOut": ".event_out",
    "EventOutDetail": ".event_out_detail",
    "EventPageOut": ".event_page_out",
    "ExportAuditFormat": ".export_audit_format",
    "ExportAuditSeparator": ".export_audit_separator",
    "ExportFormat": ".export_format",
    "ExportPersonResponse200": ".export_person_response_200",
    "ExportShape": ".export_shape",
    "ExportSubmissionsFormat": ".export_submissions_format",
    "ExportSubmissionsLanguage": ".export_submissions_language",
    "ExportSubmissionsSeparator": ".export_submissions_separator",
    "Fate": ".fate",
    "FaultCode": ".fault_code",
    "FaultOut": ".fault_out",
    "FaultOutParams": ".fault_out_params",
    "FaultWords": ".fault_words",
    "FieldProblem": ".field_problem",
    "FileKindWords": ".file_kind_words",
    "FileOut": ".file_out",
    "FileWords": ".file_words",
    "FirstStepsOut": ".first_steps_out",
    "FormCheckIn": ".form_check_in",
    "FormCheckInData": ".form_check_in_data",
    "FormChoiceOut": ".form_choice_out",
    "FormChoicesOut": ".form_choices_out",
    "FormEntryOut": ".form_entry_out",
    "FormFaultOut": ".form_fault_out",
    "FormLanguageOut": ".form_language_out",
    "FormLookOut": ".form_look_out",
    "FormOut": ".form_out",
    "FormOutDirection": ".form_out_direction",
    "FormOutJsonSchema": ".form_out_json_schema",
    "FormPageOut": ".form_page_out",
    "FormProofIn": ".form_proof_in",
    "FormProtectionOut": ".form_protection_out",
    "FormProtectionOutWithoutScript": ".form_protection_out_without_script",
    "FormQuestionOut": ".form_question_out",
    "FormRuleOut": ".form_rule_out",
    "FormSentOut": ".form_sent_out",
    "FormState": ".form_state",
    "FormStateWords": ".form_state_words",
    "FormStepOut": ".form_step_out",
    "FormSubmissionIn": ".form_submission_in",
    "FormSubmissionInData": ".form_submission_in_data",
    "FormTicketOut": ".form_ticket_out",
    "FormTicketOutChallengeType0": ".form_ticket_out_challenge_type_0",
    "FormVerdictOut": ".form_verdict_out",
    "FormVerdictOutCalculated": ".form_verdict_out_calculated",
    "FormWords": ".form_words",
    "FunctionOut": ".function_out",
    "FunctionsOut": ".functions_out",
    "GateOut": ".gate_out",
    "GateOutBreaker": ".gate_out_breaker",
    "GetAnswersSchemaResponse": ".get_answers_schema_response",
    "GetOverviewPeriod": ".get_overview_period",
    "GetWorkflowOpenapiResponse": ".get_workflow_openapi_response",
    "GetWorkflowSchemaResponse": ".get_workflow_schema_response",
    "Grain": ".grain",
    "HeadLanguage": ".head_language",
    "InvitationIn": ".invitation_in",
    "InvitationLookOut": ".invitation_look_out",
    "InvitationOut": ".invitation_out",
    "InvitationPageOut": ".invitation_page_out",
    "InvitationTokenIn": ".invitation_token_in",
    "ItemOutcome": ".item_outcome",
    "Language": ".language",
    "LimitsIn": ".limits_in",
    "ListBulkItemsOutcome": ".list_bulk_items_outcome",
    "ListOut": ".list_out",
    "ListSubmissionsSort": ".list_submissions_sort",
    "LiveWords": ".live_words",
    "MailedOut": ".mailed_out",
    "MeOut": ".me_out",
    "MeOutKind": ".me_out_kind",
    "MemberOut": ".member_out",
    "MemberPageOut": ".member_page_out",
    "MembershipOut": ".membership_out",
    "MomentWords": ".moment_words",
    "NamedOut": ".named_out",
    "NeedKind": ".need_kind",
    "NeedOut": ".need_out",
    "NeedsOut": ".needs_out",
    "NeedsPersonOut": ".needs_person_out",
    "Note": ".note",
    "NoteIn": ".note_in",
    "NoteOut": ".note_out",
    "NotesOut": ".notes_out",
    "OAuthClientOut": ".o_auth_client_out",
    "OAuthClientPageOut": ".o_auth_client_page_out",
    "OAuthClientSecretOut": ".o_auth_client_secret_out",
    "OrganizationDetailOut": ".organization_detail_out",
    "OrganizationIn": ".organization_in",
    "OrganizationNameOut": ".organization_name_out",
    "OrganizationOut": ".organization_out",
    "OverviewOut": ".overview_out",
    "OverviewPointOut": ".overview_point_out",
    "Page": ".page",
    "PartChangeOut": ".part_change_out",
    "PauseIn": ".pause_in",
    "PauseReason": ".pause_reason",
    "Period": ".period",
    "Permission": ".permission",
    "Plural": ".plural",
    "PreferencesIn": ".preferences_in",
    "PreviewIn": ".preview_in",
    "PreviewInData": ".preview_in_data",
    "PreviewOut": ".preview_out",
    "PreviewOutData": ".preview_out_data",
    "PreviewedStepOut": ".previewed_step_out",
    "PreviewedStepOutInputType0": ".previewed_step_out_input_type_0",
    "PreviewedStepOutOutputType0": ".previewed_step_out_output_type_0",
    "PrivacyEraseIn": ".privacy_erase_in",
    "PrivacyPageOut": ".privacy_page_out",
    "PrivacyRequestOut": ".privacy_request_out",
    "PrivacySearchIn": ".privacy_search_in",
    "PrivacyWorkflowOut": ".privacy_workflow_out",
    "Problem": ".problem",
    "ProtectionIn": ".protection_in",
    "ProtectionOut": ".protection_out",
    "PublishDefinitionJsonBody": ".publish_definition_json_body",
    "PublishIn": ".publish_in",
    "QuestionWords": ".question_words",
    "RecentErrorOut": ".recent_error_out",
    "RecentErrorsOut": ".recent_errors_out",
    "RefreshIn": ".refresh_in",
    "RefusalWords": ".refusal_words",
    "RenameIn": ".rename_in",
    "RenderedRequestOut": ".rendered_request_out",
    "RenderedRequestOutDecoded": ".rendered_request_out_decoded",
    "RenderedRequestOutHeaders": ".rendered_request_out_headers",
    "ReplayPreviewOut": ".replay_preview_out",
    "RequestStatus": ".request_status",
    "ResolveIn": ".resolve_in",
    "ResumeIn": ".resume_in",
    "ResumeInDataType0": ".resume_in_data_type_0",
    "RetentionIn": ".retention_in",
    "RetentionOut": ".retention_out",
    "RetentionPageOut": ".retention_page_out",
    "RetentionPreviewOut": ".retention_preview_out",
    "RevokeIn": ".revoke_in",
    "Role": ".role",
    "RoleIn": ".role_in",
    "RotationIn": ".rotation_in",
    "RowWords": ".row_words",
    "RuleValuesOut": ".rule_values_out",
    "SaveDraftJsonBody": ".save_draft_json_body",
    "ScriptWords": ".script_words",
    "SensitiveOut": ".sensitive_out",
    "SensitiveOutData": ".sensitive_out_data",
    "SentAgainOut": ".sent_again_out",
    "SentWords": ".sent_words",
    "Separator": ".separator",
    "Severity": ".severity",
    "SignatureWords": ".signature_words",
    "SilenceIn": ".silence_in",
    "Skip": ".skip",
    "Sort": ".sort",
    "Source": ".source",
    "StateWords": ".state_words",
    "StepProgressOut": ".step_progress_out",
    "StepRunOut": ".step_run_out",
    "StepStatus": ".step_status",
    "SubmissionCountOut": ".submission_count_out",
    "SubmissionCountsOut": ".submission_counts_out",
    "SubmissionDetailOut": ".submission_detail_out",
    "SubmissionDetailOutData": ".submission_detail_out_data",
    "SubmissionFilterIn": ".submission_filter_in",
    "SubmissionIn": ".submission_in",
    "SubmissionInData": ".submission_in_data",
    "SubmissionOut": ".submission_out",
    "SubmissionPageOut": ".submission_page_out",
    "SubmissionRefOut": ".submission_ref_out",
    "SubmissionStatus": ".submission_status",
    "TemplateBlankOut": ".template_blank_out",
    "TemplateBlankOutKind": ".template_blank_out_kind",
    "TemplateDetailOut": ".template_detail_out",
    "TemplateDetailOutSample": ".template_detail_out_sample",
    "TemplateFillIn": ".template_fill_in",
    "TemplateFillInConnections": ".template_fill_in_connections",
    "TemplateFillInValues": ".template_fill_in_values",
    "TemplateFilledOut": ".template_filled_out",
    "TemplateOut": ".template_out",
    "TemplatePartOut": ".template_part_out",
    "TemplateQuestionOut": ".template_question_out",
    "TemplateStepOut": ".template_step_out",
    "TemplatesOut": ".templates_out",
    "TextFaultOut": ".text_fault_out",
    "TextFaultOutParams": ".text_fault_out_params",
    "TokenPairOut": ".token_pair_out",
    "TrackingOut": ".tracking_out",
    "TrackingOutDirection": ".tracking_out_direction",
    "TrackingWords": ".tracking_words",
    "TransferOut": ".transfer_out",
    "UploadFormFileMultiPartBodyParams": ".upload_form_file_multi_part_body_params",
    "UploadOut": ".upload_out",
    "UploadWorkflowFileMultiPartBodyParams": ".upload_workflow_file_multi_part_body_params",
    "ValueChangeOut": ".value_change_out",
    "VersionDetailOut": ".version_detail_out",
    "VersionDetailOutDefinitionType0": ".version_detail_out_definition_type_0",
    "VersionDetailOutState": ".version_detail_out_state",
    "VersionListOut": ".version_list_out",
    "VersionOut": ".version_out",
    "VersionOutState": ".version_out_state",
    "ViewIn": ".view_in",
    "ViewOut": ".view_out",
    "ViewsOut": ".views_out",
    "VitalsIn": ".vitals_in",
    "WaitOut": ".wait_out",
    "WaitReason": ".wait_reason",
    "WaitingOut": ".waiting_out",
    "Within": ".within",
    "WorkflowCountsLatelyOut": ".workflow_counts_lately_out",
    "WorkflowCountsOut": ".workflow_counts_out",
    "WorkflowListedOut": ".workflow_listed_out",
    "WorkflowOut": ".workflow_out",
    "WorkflowPageOut": ".workflow_page_out",
    "WorkflowRefOut": ".workflow_ref_out",
    "WorkflowRetentionOut": ".workflow_retention_out",
}

if not TYPE_CHECKING:  # or a type checker would take every name

    def __getattr__(name: str) -> object:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_MODULES[name], __name__), name)


__all__ = (
    "AcceptedOut",
    "AcknowledgeIn",
    "ActionOut",
    "ActionOutEffect",
    "ActionOutInputSchema",
    "ActionOutOutputSchema",
    "ActorKind",
    "AddressWords",
    "AfterWords",
    "AlertCountOut",
    "AlertCountsOut",
    "AlertKind",
    "AlertMessageOut",
    "AlertMessagePageOut",
    "AlertOut",
    "AlertPageOut",
    "AlertRouteChangeIn",
    "AlertRouteIn",
    "AlertRouteOut",
    "AlertRoutePageOut",
    "AlertRouteSecretOut",
    "AlertRuleIn",
    "AlertRuleOut",
    "AlertRulesOut",
    "AlertSettingsIn",
    "AlertSettingsOut",
    "AlreadySentWords",
    "AmountWords",
    "ApiKeyOut",
    "ApiKeyPageOut",
    "ApiKeySecretOut",
    "AskedFormOut",
    "AskedOut",
    "AssignedOut",
    "AssignmentIn",
    "AttemptCountsOut",
    "AttemptOut",
    "AttemptOutRequestType0",
    "AttemptOutResponseType0",
    "AttemptOutcome",
    "AuditChainOut",
    "AuditEntryOut",
    "AuditEntryOutChanges",
    "AuditEntryOutDetail",
    "AuditFilterIn",
    "AuditPageOut",
    "BacklogOut",
    "BatchIn",
    "BatchItemIn",
    "BatchItemInData",
    "BatchOut",
    "BatchResultOut",
    "BulkBeginIn",
    "BulkChoiceOut",
    "BulkFieldOut",
    "BulkFieldsIn",
    "BulkFieldsOut",
    "BulkIn",
    "BulkItemOut",
    "BulkItemPageOut",
    "BulkKind",
    "BulkOut",
    "BulkOutFilter",
    "BulkPageOut",
    "BulkPreviewIn",
    "BulkPreviewOut",
    "BulkPreviewOutEffects",
    "BulkPreviewOutLeft",
    "BulkReasonOut",
    "BulkStatus",
    "CallbackAttemptOut",
    "CallbackDetailOut",
    "CallbackDetailOutBody",
    "CallbackEndpointChangeIn",
    "CallbackEndpointIn",
    "CallbackEndpointOut",
    "CallbackEndpointPageOut",
    "CallbackEndpointSecretOut",
    "CallbackKind",
    "CallbackOut",
    "CallbackPageOut",
    "CallbackStatus",
    "ChangeAlertRuleAlertKind",
    "ChangeKind",
    "ChangeOut",
    "Channel",
    "CheckDefinitionJsonBody",
    "CheckOut",
    "CheckWords",
    "ChooseOrganizationIn",
    "ConfirmationOut",
    "ConfirmationOutDirection",
    "ConnectionChangeIn",
    "ConnectionChangeInSettingsType0",
    "ConnectionCountsOut",
    "ConnectionEventOut",
    "ConnectionHappening",
    "ConnectionHealthOut",
    "ConnectionHistoryOut",
    "ConnectionIn",
    "ConnectionInCredentials",
    "ConnectionInSettings",
    "ConnectionListOut",
    "ConnectionOut",
    "ConnectionOutSettings",
    "ConnectionPageOut",
    "ConnectionRefOut",
    "ConnectionState",
    "ConnectionTestIn",
    "ConnectionTestInCredentials",
    "ConnectionTestInSettings",
    "ConnectionTestOut",
    "ConnectionTryIn",
    "ConnectionTryInCredentialsType0",
    "ConnectionTryInSettingsType0",
    "ConnectionUseOut",
    "ConnectionUsesOut",
    "ConnectorOut",
    "ConnectorOutCredentialsSchema",
    "ConnectorOutSettingsSchema",
    "ConnectorsOut",
    "ContinuationOut",
    "CreateWorkflowJsonBody",
    "CredentialIn",
    "CredentialState",
    "CredentialsIn",
    "CredentialsInCredentials",
    "Decision",
    "DefinitionFormIn",
    "DefinitionPreviewIn",
    "DefinitionPreviewInData",
    "DeviceApprovalIn",
    "DeviceCodeIn",
    "DevicePlaceOut",
    "DeviceSignInOut",
    "DifferenceOut",
    "DifferenceOutAfter",
    "DifferenceOutBefore",
    "DraftOut",
    "DraftOutDefinitionType0",
    "DraftWords",
    "DuplicateIn",
    "DurationOut",
    "EditorIn",
    "EditorOut",
    "EditorsOut",
    "EntryOut",
    "ErrorOutcome",
    "EvaluateIn",
    "EvaluateInData",
    "EvaluatedOut",
    "EventOut",
    "EventOutDetail",
    "EventPageOut",
    "ExportAuditFormat",
    "ExportAuditSeparator",
    "ExportFormat",
    "ExportPersonResponse200",
    "ExportShape",
    "ExportSubmissionsFormat",
    "ExportSubmissionsLanguage",
    "ExportSubmissionsSeparator",
    "Fate",
    "FaultCode",
    "FaultOut",
    "FaultOutParams",
    "FaultWords",
    "FieldProblem",
    "FileKindWords",
    "FileOut",
    "FileWords",
    "FirstStepsOut",
    "FormCheckIn",
    "FormCheckInData",
    "FormChoiceOut",
    "FormChoicesOut",
    "FormEntryOut",
    "FormFaultOut",
    "FormLanguageOut",
    "FormLookOut",
    "FormOut",
    "FormOutDirection",
    "FormOutJsonSchema",
    "FormPageOut",
    "FormProofIn",
    "FormProtectionOut",
    "FormProtectionOutWithoutScript",
    "FormQuestionOut",
    "FormRuleOut",
    "FormSentOut",
    "FormState",
    "FormStateWords",
    "FormStepOut",
    "FormSubmissionIn",
    "FormSubmissionInData",
    "FormTicketOut",
    "FormTicketOutChallengeType0",
    "FormVerdictOut",
    "FormVerdictOutCalculated",
    "FormWords",
    "FunctionOut",
    "FunctionsOut",
    "GateOut",
    "GateOutBreaker",
    "GetAnswersSchemaResponse",
    "GetOverviewPeriod",
    "GetWorkflowOpenapiResponse",
    "GetWorkflowSchemaResponse",
    "Grain",
    "HeadLanguage",
    "InvitationIn",
    "InvitationLookOut",
    "InvitationOut",
    "InvitationPageOut",
    "InvitationTokenIn",
    "ItemOutcome",
    "Language",
    "LimitsIn",
    "ListBulkItemsOutcome",
    "ListOut",
    "ListSubmissionsSort",
    "LiveWords",
    "MailedOut",
    "MeOut",
    "MeOutKind",
    "MemberOut",
    "MemberPageOut",
    "MembershipOut",
    "MomentWords",
    "NamedOut",
    "NeedKind",
    "NeedOut",
    "NeedsOut",
    "NeedsPersonOut",
    "Note",
    "NoteIn",
    "NoteOut",
    "NotesOut",
    "OAuthClientOut",
    "OAuthClientPageOut",
    "OAuthClientSecretOut",
    "OrganizationDetailOut",
    "OrganizationIn",
    "OrganizationNameOut",
    "OrganizationOut",
    "OverviewOut",
    "OverviewPointOut",
    "Page",
    "PartChangeOut",
    "PauseIn",
    "PauseReason",
    "Period",
    "Permission",
    "Plural",
    "PreferencesIn",
    "PreviewIn",
    "PreviewInData",
    "PreviewOut",
    "PreviewOutData",
    "PreviewedStepOut",
    "PreviewedStepOutInputType0",
    "PreviewedStepOutOutputType0",
    "PrivacyEraseIn",
    "PrivacyPageOut",
    "PrivacyRequestOut",
    "PrivacySearchIn",
    "PrivacyWorkflowOut",
    "Problem",
    "ProtectionIn",
    "ProtectionOut",
    "PublishDefinitionJsonBody",
    "PublishIn",
    "QuestionWords",
    "RecentErrorOut",
    "RecentErrorsOut",
    "RefreshIn",
    "RefusalWords",
    "RenameIn",
    "RenderedRequestOut",
    "RenderedRequestOutDecoded",
    "RenderedRequestOutHeaders",
    "ReplayPreviewOut",
    "RequestStatus",
    "ResolveIn",
    "ResumeIn",
    "ResumeInDataType0",
    "RetentionIn",
    "RetentionOut",
    "RetentionPageOut",
    "RetentionPreviewOut",
    "RevokeIn",
    "Role",
    "RoleIn",
    "RotationIn",
    "RowWords",
    "RuleValuesOut",
    "SaveDraftJsonBody",
    "ScriptWords",
    "SensitiveOut",
    "SensitiveOutData",
    "SentAgainOut",
    "SentWords",
    "Separator",
    "Severity",
    "SignatureWords",
    "SilenceIn",
    "Skip",
    "Sort",
    "Source",
    "StateWords",
    "StepProgressOut",
    "StepRunOut",
    "StepStatus",
    "SubmissionCountOut",
    "SubmissionCountsOut",
    "SubmissionDetailOut",
    "SubmissionDetailOutData",
    "SubmissionFilterIn",
    "SubmissionIn",
    "SubmissionInData",
    "SubmissionOut",
    "SubmissionPageOut",
    "SubmissionRefOut",
    "SubmissionStatus",
    "TemplateBlankOut",
    "TemplateBlankOutKind",
    "TemplateDetailOut",
    "TemplateDetailOutSample",
    "TemplateFillIn",
    "TemplateFillInConnections",
    "TemplateFillInValues",
    "TemplateFilledOut",
    "TemplateOut",
    "TemplatePartOut",
    "TemplateQuestionOut",
    "TemplateStepOut",
    "TemplatesOut",
    "TextFaultOut",
    "TextFaultOutParams",
    "TokenPairOut",
    "TrackingOut",
    "TrackingOutDirection",
    "TrackingWords",
    "TransferOut",
    "UploadFormFileMultiPartBodyParams",
    "UploadOut",
    "UploadWorkflowFileMultiPartBodyParams",
    "ValueChangeOut",
    "VersionDetailOut",
    "VersionDetailOutDefinitionType0",
    "VersionDetailOutState",
    "VersionListOut",
    "VersionOut",
    "VersionOutState",
    "ViewIn",
    "ViewOut",
    "ViewsOut",
    "VitalsIn",
    "WaitOut",
    "WaitReason",
    "WaitingOut",
    "Within",
    "WorkflowCountsLatelyOut",
    "WorkflowCountsOut",
    "WorkflowListedOut",
    "WorkflowOut",
    "WorkflowPageOut",
    "WorkflowRefOut",
    "WorkflowRetentionOut",
)
