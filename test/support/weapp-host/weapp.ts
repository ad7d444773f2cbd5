import type { template } from 'glass-easel';

// A compiled mini program, as compile-weapp.ts writes it and the page runs it.

export interface WindowConfig {
  readonly navigationBarTitleText?: string;
  readonly navigationBarBackgroundColor?: string;
  readonly navigationBarTextStyle?: string;
}

export interface TabConfig {
  readonly pagePath: string;
  readonly text: string;
  readonly iconPath?: string;
  readonly selectedIconPath?: string;
}

export interface AppConfig {
  readonly pages: readonly string[];
  readonly entryPagePath?: string;
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly darkmode?: boolean;
  readonly window?: WindowConfig;
  readonly tabBar?: {
    readonly list: readonly TabConfig[];
    readonly color?: string;
    readonly selectedColor?: string;
    readonly backgroundColor?: string;
  };
}

/** theme.json: what a name that starts with @ stands for. */
export interface Theme {
  readonly light: Readonly<Record<string, string>>;
  readonly dark: Readonly<Record<string, string>>;
}

export interface ComponentConfig extends WindowConfig {
  readonly usingComponents?: Readonly<Record<string, string>>;
}

export type LogicFile = (...given: readonly unknown[]) => void;

export interface Weapp {
  readonly app: AppConfig;
  readonly pages: readonly string[];
  readonly json: Readonly<Record<string, ComponentConfig>>;
  readonly css: Readonly<Record<string, string>>;
  readonly templates: Readonly<Record<string, template.ComponentTemplate['content']>>;
  readonly js: Readonly<Record<string, LogicFile>>;
}

/** A mistake in the build, at a file and where known a line. */
export interface Problem {
  readonly file: string;
  readonly line?: number;
  readonly message: string;
}
