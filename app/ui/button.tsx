// Buttons. One amber (`primary`) a screen; ink for a second, confirming one; all others outlined or bare.
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import styles from './button.module.css'
import { Tip } from './tooltip.tsx'

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'>

export interface ButtonProps extends Native {
  readonly look?: 'primary' | 'ink' | 'outlined' | 'bare'
  /** 32 high; 26 in tables and lists. */
  readonly size?: 'normal' | 'small'
  readonly icon?: ReactNode
  /** A key that does the same, shown as a key cap. */
  readonly shortcut?: string
  readonly wide?: boolean
}

export function Button({
  look = 'outlined',
  size = 'normal',
  icon,
  shortcut,
  wide,
  className,
  children,
  ...rest
}: ButtonProps) {
  const classes = [
    styles.button,
    styles[look],
    size === 'small' && styles.small,
    wide && styles.wide,
    className,
  ]
  return (
    <button type="button" className={classes.filter(Boolean).join(' ')} {...rest}>
      {icon}
      <span className={styles.text}>{children}</span>
      {shortcut !== undefined && (
        <kbd className={styles.key} aria-hidden="true">
          {shortcut}
        </kbd>
      )}
    </button>
  )
}

export interface IconButtonProps extends Native {
  /** Its accessible name and tooltip. */
  readonly label: string
  readonly shortcut?: string
  readonly size?: 'normal' | 'small'
  readonly pressed?: boolean
}

export function IconButton({
  label,
  shortcut,
  size = 'normal',
  pressed,
  className,
  ...rest
}: IconButtonProps) {
  const classes = [styles.icon, size === 'small' && styles.smallIcon, className].filter(Boolean).join(' ')
  return (
    <Tip text={label} {...(shortcut === undefined ? {} : { shortcut })}>
      <button
        type="button"
        className={classes}
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        {...rest}
      />
    </Tip>
  )
}
