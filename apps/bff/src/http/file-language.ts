/** In whose language a file is made: what is said of our making; names and what people wrote stay as they are. */
export interface FileLanguage {
  readonly code: 'zh-CN' | 'en';
  readonly say: (text: string) => string;
}
