import type { ObjectFieldTemplateProps, RegistryWidgetsType, TemplatesType } from '@rjsf/utils';
import FieldTemplate from '@rjsf/mantine/lib/templates/FieldTemplate.js';
import TextareaWidget from '@rjsf/mantine/lib/widgets/TextareaWidget.js';
import { BaseInputTemplate } from './base-input';
import { FilesWidget } from '../files/files-widget';
import { SelectWidget } from './select-widget';
import styles from './theme.module.css';

/** One column, no frame: the page has the title, and each widget its own label, help and error. */
function ObjectFieldTemplate({ properties }: ObjectFieldTemplateProps) {
  return <div className={styles.fields}>{properties.map(({ content }) => content)}</div>;
}

const Nothing = () => null;

/** The parts of @rjsf/mantine that a Waybill form uses; the whole theme brings date pickers along. */
export const templates: Partial<TemplatesType> = {
  BaseInputTemplate,
  FieldTemplate,
  ObjectFieldTemplate,
  FieldErrorTemplate: Nothing,
};

export const widgets: RegistryWidgetsType = { SelectWidget, TextareaWidget, files: FilesWidget };
