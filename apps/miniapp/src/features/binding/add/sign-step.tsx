import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useMe } from '@/shared/session/session';
import { typedPath } from '@/shared/canvas/strokes';
import { Button } from '@/shared/ui/button';
import { Field } from '@/shared/ui/field';
import { Notice } from '@/shared/ui/notice';
import { SignaturePad } from '@/shared/ui/signature-pad';

interface Props {
  readonly signature: string;
  readonly onChange: (path: string) => void;
}

/** By hand, or by keyboard for who cannot draw. What was signed before stays signed. */
export function SignStep({ signature, onChange }: Props) {
  const [signedBefore, setSignedBefore] = useState(signature !== '');
  const [typing, setTyping] = useState(false);
  const { name } = useMe();
  const again = () => {
    setSignedBefore(false);
    onChange('');
  };
  if (signedBefore) {
    return (
      <View className="stack">
        <Notice tone="ok" title="您已签名">
          内容没有改动，可以直接提交。
        </Notice>
        <Button kind="text" inline onTap={again}>
          重新签名
        </Button>
      </View>
    );
  }
  return (
    <View className="stack">
      <Text className="block">
        {typing ? '请键入您的姓名，表示同意告知书和以上授权。' : `请在框内手写您的姓名（${name}），表示同意告知书和以上授权。`}
      </Text>
      {typing ? <TypedName name={name} onChange={onChange} /> : <SignaturePad onChange={onChange} />}
      <Button
        kind="text"
        inline
        onTap={() => {
          setTyping(!typing);
          onChange('');
        }}
      >
        {typing ? '改为手写' : '不方便手写？改为键入姓名'}
      </Button>
      <Notice tone="info">
        {typing
          ? '保存的是您键入的姓名，不是手写笔迹；与告知书版本一起，作为您同意的凭据。'
          : '签名与告知书版本一起保存，作为您同意的凭据。'}
      </Notice>
    </View>
  );
}

function TypedName({ name, onChange }: { readonly name: string; readonly onChange: (path: string) => void }) {
  const [typed, setTyped] = useState('');
  const differs = typed.trim().length >= name.length && typed.trim() !== name;
  return (
    <Field
      id="signature-name"
      label="键入您的姓名"
      hint={`与登录的姓名一致：${name}`}
      error={differs ? '和您登录的姓名不一致' : undefined}
      value={typed}
      onChange={(value) => {
        setTyped(value);
        onChange(value.trim() === name ? typedPath(name) : '');
      }}
    />
  );
}
